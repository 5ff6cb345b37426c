package org.triviumcrm.survey.result;

import org.jspecify.annotations.Nullable;

/** One thing that was answered. @param fileId a file that was sent, with its name as the text */
record Said(
        long questionId,
        int line,
        int value,
        @Nullable String text,
        @Nullable Long fileId) {}
