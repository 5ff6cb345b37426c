package org.triviumcrm.support.message;

/** Between whom something is said. */
public enum MessageKind {
    /** By the customer. */
    INBOUND,
    /** To the customer. */
    REPLY,
    /** Among ourselves. */
    NOTE
}
