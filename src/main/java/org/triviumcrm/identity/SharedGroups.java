package org.triviumcrm.identity;

/**
 * Groups of records that people see as a whole, besides what their teams and ownership give them; asked once a request, with the
 * viewer. A group may hold any number of records: queries ask by its id, never by those of the records. Implemented by the module
 * that owns the records; of each type by one bean at most.
 */
public interface SharedGroups {

    /** Record type, such as {@code opportunity}. */
    String type();

    /** Column of the record's table, and of its maintained totals, that names the group. */
    String column();

    /**
     * SQL query of the {@code id} of each group that the row {@code p} of {@code person} sees; it reads an index by the person, since
     * every page asks it.
     */
    String sql();
}
