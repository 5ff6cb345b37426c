package org.triviumcrm.shared.list;

import java.util.List;

/**
 * How somebody likes a list when the address says nothing.
 *
 * @param view the view it opens with, 0 for none
 * @param columns chosen columns in order, empty for the usual ones
 * @param size rows on a page, 0 for the usual number
 */
record ListPreference(long view, List<String> columns, int size) {

    static final ListPreference NONE = new ListPreference(0, List.of(), 0);
}
