package org.triviumcrm.support.picture;

import org.triviumcrm.shared.web.Refusal;

/** A file that can't be a picture of an article, or one too many. */
class RefusedPicture extends Refusal {

    private static final long serialVersionUID = 1;

    RefusedPicture(String messageKey) {
        super("file", messageKey);
    }
}
