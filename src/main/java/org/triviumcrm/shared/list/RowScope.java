package org.triviumcrm.shared.list;

import java.util.Map;

/** The rows of a kind of record that somebody may see, as an SQL condition with its named parameters. */
public interface RowScope {

    /** All rows, of kinds of records that belong to the company: whoever may see one sees all of them. */
    RowScope EVERY_ROW = new RowScope() {

        @Override
        public String sql(String alias) {
            return "true";
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of();
        }
    };

    /** SQL condition over the table alias, without a leading AND. */
    String sql(String alias);

    /** Values of the named parameters in {@link #sql(String)}. */
    Map<String, Object> parameters();
}
