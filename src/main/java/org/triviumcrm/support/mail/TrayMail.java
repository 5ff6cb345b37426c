package org.triviumcrm.support.mail;

import java.util.List;

/**
 * A mail of the tray, opened.
 *
 * @param text what it says, as far as it can be read
 * @param files names of what is attached
 */
record TrayMail(TrayRow row, String text, List<String> files) {

    TrayMail {
        files = List.copyOf(files);
    }
}
