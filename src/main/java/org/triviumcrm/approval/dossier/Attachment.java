package org.triviumcrm.approval.dossier;

import java.time.Instant;

/** A file that belongs to a case. */
public record Attachment(long id, String name, String contentType, long size, String personName, Instant at) {

    private static final long KILO = 1024;

    /** In whole kilobytes, at least one. */
    public long kilobytes() {
        return Math.max(1, (size + KILO / 2) / KILO);
    }
}
