package org.triviumcrm.approval;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A case as other modules see one. */
public record CaseRef(
        long id,
        String subjectType,
        long subjectId,
        String trigger,
        @Nullable Long target,
        long submitterId) {

    /** Whether it asks for exactly that. */
    public boolean isAbout(String otherTrigger, @Nullable Long otherTarget) {
        return trigger.equals(otherTrigger) && Objects.equals(target, otherTarget);
    }
}
