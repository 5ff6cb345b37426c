package org.triviumcrm.shared.attachment;

import org.triviumcrm.shared.web.Refusal;

/** A file that is not taken; said at the field {@code file}. */
public class RefusedFile extends Refusal {

    private static final long serialVersionUID = 1;

    RefusedFile(String messageKey) {
        super("file", messageKey);
    }
}
