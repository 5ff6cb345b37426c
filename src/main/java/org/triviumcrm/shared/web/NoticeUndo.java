package org.triviumcrm.shared.web;

import java.io.Serializable;
import java.util.List;

/**
 * The button at the end of a notice that takes back what it is about: the flash attribute {@code noticeUndo}.
 *
 * @param address where the ids are posted
 * @param text key of what the button says
 * @param ids of the records that it is about
 */
public record NoticeUndo(String address, String text, List<Long> ids) implements Serializable {

    public NoticeUndo {
        ids = List.copyOf(ids);
    }
}
