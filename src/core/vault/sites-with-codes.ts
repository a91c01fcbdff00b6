/**
 * Well-known sites that let one sign in with a one-time code from an app, by their registered domain. A list of names,
 * written down and shipped: nobody is asked which sites are in the vault.
 */
const SITES: ReadonlySet<string> = new Set(
  `1and1.com adobe.com airbnb.com airtable.com algolia.com aliyun.com amazon.ca amazon.co.jp amazon.co.uk amazon.com amazon.de
  amazon.es amazon.fr amazon.it anthropic.com apple.com asana.com atlassian.com auth0.com autodesk.com backblaze.com
  basecamp.com battle.net binance.com bitbucket.org bitfinex.com bitpanda.com bitstamp.net bitwarden.com box.com
  buffer.com bunny.net calendly.com canva.com circleci.com clickup.com cloudflare.com codeberg.org coinbase.com
  contabo.com crates.io crunchyroll.com datadoghq.com digitalocean.com discord.com docker.com docusign.com dreamhost.com
  dropbox.com ea.com ebay.com ebay.de epicgames.com etsy.com eventbrite.com evernote.com facebook.com fastly.com
  fastmail.com figma.com firefox.com fly.io gandi.net gitea.com github.com gitlab.com godaddy.com gog.com google.com
  grammarly.com gmx.de gmx.net heroku.com hetzner.com hey.com hostinger.com hover.com hubspot.com humblebundle.com
  ifttt.com indeed.com infomaniak.com instagram.com intuit.com ionos.com ionos.de itch.io jetbrains.com joker.com
  kaufland.de kickstarter.com kraken.com lastpass.com launchpad.net lego.com lichess.org linear.app linkedin.com linode.com
  live.com mailbox.org mailchimp.com mailfence.com mailgun.com mapbox.com mastodon.social mega.nz meta.com microsoft.com
  microsoftonline.com migadu.com miro.com mongodb.com mozilla.org namecheap.com name.com netcup.de netlify.com nextcloud.com
  nintendo.com notion.so npmjs.com nvidia.com office.com okta.com openai.com opendns.com outlook.com ovh.com ovhcloud.com
  packagist.org patreon.com paypal.com pinterest.com pipedrive.com playstation.com porkbun.com posteo.de protonmail.com
  proton.me pypi.org quora.com rackspace.com reddit.com render.com ring.com riotgames.com roblox.com rubygems.org
  salesforce.com samsung.com scaleway.com sendgrid.com sentry.io shopify.com signal.org slack.com snapchat.com sony.com
  sourceforge.net spotify.com squarespace.com stackexchange.com stripe.com surfshark.com synology.com tailscale.com
  teamviewer.com telegram.org tesla.com tiktok.com todoist.com trello.com tresorit.com tumblr.com tuta.com tutanota.com
  twilio.com twitch.tv twitter.com uber.com ubisoft.com ubuntu.com unity.com vercel.com vimeo.com vk.com vultr.com web.de
  weebly.com whatsapp.com wise.com wix.com wordpress.com wordpress.org x.com xing.com yahoo.com yandex.com zapier.com
  zendesk.com zoho.com zoom.us`.split(/\s+/)
)

/** `accounts.google.com` counts for `google.com`; `notgoogle.com` does not. */
export function offersOneTimeCode(host: string): boolean {
  const parts = host.toLowerCase().split('.')
  return parts.some((_, place) => SITES.has(parts.slice(place).join('.')))
}
