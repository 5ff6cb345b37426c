package org.triviumcrm.support.macro;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A macro for many tickets. */
record ApplyToMany(
        @NotNull(message = "{support.macro.error.choose}") @Nullable
        Long macroId) {}
