package org.triviumcrm.support.mail;

/** What has become of a mail. */
enum InboundState {
    NEW,
    DONE,
    TRAY,
    ASIDE
}
