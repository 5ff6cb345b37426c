package org.triviumcrm.support.article;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;

/** Two versions of a text, line by line. */
public record Comparison(List<Line> lines) {

    /** What became of a line. */
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    public record Line(Kind kind, String text) {}

    static Comparison of(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        List<Line> lines = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            add(lines, Kind.SAME, old.subList(at, delta.getSource().getPosition()));
            if (delta.getType() != DeltaType.INSERT) {
                add(lines, Kind.GONE, delta.getSource().getLines());
            }
            if (delta.getType() != DeltaType.DELETE) {
                add(lines, Kind.NEW, delta.getTarget().getLines());
            }
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(lines, Kind.SAME, old.subList(at, old.size()));
        return new Comparison(List.copyOf(lines));
    }

    private static void add(List<Line> lines, Kind kind, List<String> texts) {
        texts.forEach(text -> lines.add(new Line(kind, text)));
    }
}
