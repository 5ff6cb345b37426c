package org.triviumcrm.messaging.mail;

import org.jspecify.annotations.Nullable;

/** Whether one's notices come by e-mail as well; a box that is not ticked sends nothing. */
record ChooseMail(@Nullable Boolean mail) {

    boolean wanted() {
        return Boolean.TRUE.equals(mail);
    }
}
