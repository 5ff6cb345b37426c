package org.triviumcrm.survey.result;

import org.jspecify.annotations.Nullable;

/** Which single answers. @param line of a matrix @param value null for whatever was answered */
record Wanted(
        long questionId, @Nullable Integer line, @Nullable Integer value) {}
