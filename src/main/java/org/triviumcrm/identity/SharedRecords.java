package org.triviumcrm.identity;

/**
 * Single records that people see besides those their teams and ownership give them; asked once a request, with the
 * viewer. Implemented by the module that owns the records.
 */
public interface SharedRecords {

    /** Record type, such as {@code opportunity}. */
    String type();

    /**
     * SQL query of {@code id} and {@code changeable} (whether the person may change it, too) of what is shared with the row
     * {@code p} of {@code person} at {@code :now}; it reads an index by the person alone, since every page asks it.
     */
    String sql();
}
