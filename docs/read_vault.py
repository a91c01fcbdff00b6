#!/usr/bin/python3
"""Reads a Coffer vault, format 1, by docs/FORMAT.md alone: read_vault.py [--reveal] VAULT
Needs Debian's python3-argon2 and python3-nacl. The master password is asked for, or is the first line of standard input.
Every frame is authenticated before anything is printed. Concealed values stay masked without --reveal."""
import base64, getpass, hashlib, hmac, json, re, struct, sys, unicodedata, uuid
from argon2.low_level import Type, hash_secret_raw
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as xchacha
from nacl.exceptions import CryptoError

CHANGES, CHUNK, CHECKPOINT, MORE_CHANGES, DETAILS, MORE_COLUMNS = 1, 2, 3, 4, 5, 6

def need(condition, why):
    if not condition: sys.exit("refused: " + why)

def strict_json(text):                                    # the canonical text of its value, safe integers only
    def integer(digits): need(abs(int(digits)) < 2**53, "unsafe integer"); return int(digits)
    def never(_): need(False, "a number that is no integer")
    value = json.loads(text, parse_int=integer, parse_float=never, parse_constant=never)
    need(canonical(value) == text, "JSON that is not canonical")
    return value

def canonical(value): return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
def mac(key, message): return hmac.new(key, message, hashlib.sha256).digest()
def expand(prk, info): return mac(prk, info + b"\1")                                   # HKDF-Expand, one block
def b64(text): return base64.b64decode(text, validate=True)

def unseal(key, sealed, context):                         # None: does not authenticate
    try: return xchacha(sealed[24:], context, sealed[:24], key)
    except (CryptoError, ValueError): return None

def unpad(padded):
    body = padded.rstrip(b"\0")
    need(body.endswith(b"\x80"), "padding")
    return body[:-1]

def open_header(data, password):
    need(data[:7] == b"COFFER\0", "not a vault")
    need(data[7:8] == b"\1", "another format version")
    need(len(data) >= 12, "cut"); length = struct.unpack_from("<I", data, 8)[0]
    need(0 < length <= 65536 and len(data) >= 12 + length + 64, "header length")
    head, check, header_mac = data[:12 + length], data[12 + length:44 + length], data[44 + length:76 + length]
    need(hashlib.sha256(head).digest() == check, "damaged header")
    header = strict_json(head[12:].decode())
    [slot] = [s for s in header["slots"] if s["kind"] == "password"]
    need("deviceKeyId" not in slot, "needs the device key of its machine")
    kdf, vault, epoch = slot["kdf"], b64(header["vaultId"]), struct.pack("<I", header["keyEpoch"])
    memory, passes, lanes = kdf["memoryKiB"], kdf["passes"], kdf["lanes"]
    need(65536 <= memory <= 1048576 and 1 <= passes <= 16 and 1 <= lanes <= 8 and memory * passes <= 4194304
         and (memory >= 262144 or passes >= 3), "KDF numbers out of bounds")
    root = hash_secret_raw(unicodedata.normalize("NFKC", password).encode(), b64(kdf["salt"]), passes, memory, lanes, 32, Type.ID)
    context = hashlib.sha256(b"coffer/1/slot" + vault + epoch + b64(slot["id"]) + b"\1" + struct.pack("<III", memory, passes, lanes)
                             + b64(kdf["salt"]) + bytes(16)).digest()
    info, prk = b"coffer/1/slot/password" + context, mac(vault, root)
    wrap_key = mac(prk, info + b"\1")
    commitment = mac(prk, wrap_key + info + b"\2")
    need(hmac.compare_digest(commitment, b64(slot["commitment"])), "wrong password")
    data_key = unseal(wrap_key, b64(slot["nonce"]) + b64(slot["wrappedKey"]), context)
    need(data_key is not None, "damaged slot")
    keys = {name: expand(data_key, b"coffer/1/key/" + name.encode()) for name in ("header", "frame", "concealed")}
    need(hmac.compare_digest(mac(keys["header"], head), header_mac), "header MAC")
    return header, keys, vault + epoch, 76 + length, header_mac[:16]

def frames(data, offset, key, owner, tag):                # (offset behind, kind, body) of every readable frame
    while (found := frame_at(data, offset, key, owner, tag)) is not None:
        offset, kind, body, tag = found
        yield offset, kind, body

def frame_at(data, offset, key, owner, tag):
    if offset + 9 > len(data): return None
    length, check, kind = struct.unpack_from("<IIB", data, offset)
    end = offset + 9 + length
    if length ^ check != 0xFFFFFFFF or not 296 <= length <= 2**20 + 40 or end > len(data): return None
    padded = unseal(key, data[offset + 9:end], b"coffer/1/frame" + owner + bytes([kind]) + tag)
    return None if padded is None else (end, kind, unpad(padded), data[end - 16:end])

def expanded(line):                                       # a line of a body as single changes
    if "items" not in line: yield line["item"], line["at"], line["set"]; return
    ids, stamps = b64(line["items"]), line["at"]
    rows = len(ids) // 16
    need(rows > 0 and len(ids) == 16 * rows and len(stamps) in (24, 24 * rows), "columns without rows")
    texts = {name: text.split("\x7f") for name, text in line["texts"].items()}
    need(all(len(column) == rows for column in [*texts.values(), *(c for c in line["set"].values() if isinstance(c, list))]), "column length")
    for row in range(rows):
        changed = {name: column[row] if isinstance(column, list) else column for name, column in {**texts, **line["set"]}.items()}
        for name, (listed, values) in line["some"].items():
            if row in listed: changed[name] = values[listed.index(row)] if isinstance(values, list) else values
        at = stamps if len(stamps) == 24 else stamps[24 * row:24 * row + 24]
        yield str(uuid.UUID(bytes=ids[16 * row:16 * row + 16])), at, changed

def apply(items, item, at, changed):                      # greatest stamp wins; ties: greatest text; purged absorbs
    state = items.setdefault(item, {})
    for name, value in changed.items():
        gone = item != "vault" and state.get("purged", ("", None))[1] is not None
        purges = item != "vault" and name == "purged" and value is not None
        if gone and not purges: continue
        if purges and not gone: items[item] = state = {}
        state[name] = max(state.get(name, ("", None)), (at, value), key=lambda v: (v[0], canonical(v[1]).encode()))

def show(key, owner, item, name, at, value, reveal):      # a concealed value is { "sealed": base64 }
    if not (isinstance(value, dict) and "sealed" in value): return value
    if not reveal: return "********"
    place = (bytes(16) if item == "vault" else bytes.fromhex(item.replace("-", ""))) + at.encode() + name.encode()
    padded = unseal(key, b64(value["sealed"]), b"coffer/1/concealed" + owner + place)
    need(padded is not None, "damaged value")
    return unpad(padded).decode()

def main():
    reveal, path = "--reveal" in sys.argv, sys.argv[-1]
    data = open(path, "rb").read()
    password = getpass.getpass("Master password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    header, keys, owner, offset, tag = open_header(data, password)
    items, pending, end, changes = {}, [], None, 0
    for behind, kind, body in frames(data, offset, keys["frame"], owner, tag):
        offset = behind
        need(kind <= MORE_COLUMNS and kind > 0, "made by a newer version")
        need(kind != CHANGES or end is not None, "no complete snapshot")
        pending.append((kind, body))
        if kind not in (CHANGES, CHECKPOINT): continue
        for kind, body in pending:                        # a commit frame: everything up to it counts
            if kind not in (CHUNK, CHECKPOINT):
                need(body.endswith(b"\n") or not body, "a line without its end")
                for line in body.decode().split("\n")[:-1]:
                    for item, at, changed in expanded(strict_json(line)):
                        apply(items, item, at, changed)
                        changes += kind in (CHANGES, MORE_CHANGES)
            if kind == CHECKPOINT:
                checkpoint = strict_json(body.decode())
                counted = [len(items) - ("vault" in items), changes]
                need([checkpoint["items"], checkpoint["changes"]] == counted, "checkpoint does not fit")
        pending, end = [], behind
    need(end is not None, "no complete snapshot")
    # A commit frame that opens behind an unreadable place proves damage; the tag before it is the 16 bytes before it.
    for match in re.finditer(rb"(?s)(?=.{8}[\1\3])", data[offset + 1:]) if offset < len(data) else ():
        start = offset + 1 + match.start()
        need(frame_at(data, start, keys["frame"], owner, data[start - 16:start]) is None, f"damaged at byte {offset}")
    if end < len(data): print(f"The last save is unfinished or damaged: {len(data) - end} bytes left aside.", file=sys.stderr)
    states = {item: {name: show(keys["concealed"], owner, item, name, at, value, reveal) for name, (at, value) in sorted(state.items())
                     if value is not None} for item, state in sorted(items.items())}
    vault = {"vaultId": b64(header["vaultId"]).hex(), "keyEpoch": header["keyEpoch"], "vault": states.pop("vault", {}), "items": states}
    json.dump(vault, sys.stdout, ensure_ascii=False, indent=1)
    print()

main()
