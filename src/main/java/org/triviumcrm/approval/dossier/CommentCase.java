package org.triviumcrm.approval.dossier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Says something about a case. */
record CommentCase(
        @NotBlank(message = "{approval.error.comment}") @Size(max = 2000, message = "{approval.error.long}")
        String text) {}
