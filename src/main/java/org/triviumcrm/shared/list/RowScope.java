package org.triviumcrm.shared.list;

import java.util.Map;

/** The rows of a kind of record that somebody may see, as an SQL condition with its named parameters. */
public interface RowScope {

    /** SQL condition over the table alias, without a leading AND. */
    String sql(String alias);

    /** Values of the named parameters in {@link #sql(String)}. */
    Map<String, Object> parameters();
}
