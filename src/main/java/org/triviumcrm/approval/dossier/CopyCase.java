package org.triviumcrm.approval.dossier;

import jakarta.validation.constraints.NotNull;

/** Lets somebody read a case who is not asked. */
record CopyCase(
        @NotNull(message = "{approval.error.person}") Long personId) {}
