package org.triviumcrm.shared.list;

import java.time.ZoneId;
import java.util.Locale;

/** Whoever reads a list, as far as lists need to know; identity's viewer is one. */
public interface ListReader {

    /** The person whose own views and columns apply; 0 for a job, which has none. */
    long personId();

    Locale locale();

    /** Where this person's days and months begin. */
    ZoneId zone();

    boolean can(String permission);

    /** The rows of this record type that the reader sees; part of every statement. */
    RowScope scope(String recordType);
}
