package org.triviumcrm.survey.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has answered to a question: one of these, by its kind.
 *
 * @param marks what was chosen
 * @param fileId a file that was sent
 */
public record Answer(
        List<Mark> marks,
        @Nullable String text,
        @Nullable LocalDate on,
        @Nullable Long fileId) {

    /** A choice. @param row of a matrix, from 1; 0 for other questions */
    public record Mark(int row, int value) {}

    static Answer chosen(List<Mark> marks) {
        return new Answer(marks, null, null, null);
    }

    static Answer of(int value) {
        return chosen(List.of(new Mark(0, value)));
    }

    /** What later questions can depend on. */
    Set<Integer> values() {
        return marks.stream().filter(mark -> mark.row() == 0).map(Mark::value).collect(Collectors.toSet());
    }
}
