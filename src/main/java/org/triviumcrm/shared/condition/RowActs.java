package org.triviumcrm.shared.condition;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** How buttons of forms with rows say what they do: a word, the place, and which row there; in templates {@code @rowActs}. */
@Component("rowActs")
public class RowActs {

    private static final Pattern ROW = Pattern.compile("(.*)[.]\\w+\\[(\\d+)]");

    /** {@code removeGroup, when.groups[1]} becomes {@code removeGroup when 1}. */
    public String of(String word, String path) {
        Matcher row = ROW.matcher(path);
        return row.matches() ? word + " " + row.group(1) + " " + row.group(2) : word + " " + path;
    }
}
