package org.triviumcrm.approval;

import org.jspecify.annotations.Nullable;

/**
 * A case that its record waits for.
 *
 * @param returned whether it waits for changes by its submitter; else for those who are asked
 * @param remark what is to be changed; null when it was not returned
 */
public record WaitingCase(
        CaseRef about, boolean returned, @Nullable Remark remark) {

    /** What somebody said when returning a case. @param by the name of who did */
    public record Remark(String by, String text) {}
}
