/** A real keyring on a bus of its own: nothing of the person who runs the tests is touched. */
export type Keyring = {
    /** For processes that are to reach it. */
    readonly env: Readonly<Record<string, string>>;
    /** The daemon stops answering, as one that hangs does; and goes on. */
    pause(): void;
    resume(): void;
    end(): Promise<void>;
};
/** What is missing to run one; null where all is there. */
export declare function missingForKeyring(): Promise<string | null>;
export declare function startKeyring(): Promise<Keyring>;
/** A bus on which nobody keeps secrets. */
export declare const NO_KEYRING: {
    readonly DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere/coffer-test-bus';
};
