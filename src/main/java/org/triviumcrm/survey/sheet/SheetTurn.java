package org.triviumcrm.survey.sheet;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What becomes of a page that was filled in.
 *
 * @param page that comes next; {@link Sheet#end} when nothing is left to be asked
 * @param wrong whether it comes again, with what is wrong with it
 * @param sends whether all of it is to be kept
 */
record SheetTurn(Sheet sheet, int page, boolean wrong, boolean sends) {

    static SheetTurn first(Sheet sheet) {
        return new SheetTurn(sheet, 0, false, false);
    }

    /** @param refused questions whose files were not taken */
    static SheetTurn of(Sheet sheet, MultiValueMap<String, String> sent, Set<Long> refused) {
        int page = Math.min(number(sent.getFirst("page")), sheet.end());
        String act = Objects.requireNonNullElse(sent.getFirst("act"), "send");
        boolean wrong =
                sheet.isWrong(page) || sheet.on(page).stream().anyMatch(question -> refused.contains(question.getId()));
        if (act.equals("back")) {
            return new SheetTurn(sheet, sheet.before(page), false, false);
        }
        if (wrong) {
            return new SheetTurn(sheet, page, true, false);
        }
        if (act.equals("next")) {
            return new SheetTurn(sheet, sheet.after(page), false, false);
        }
        Optional<Integer> elsewhere = sheet.firstWrong();
        return elsewhere.isPresent()
                ? new SheetTurn(sheet, elsewhere.get(), true, false)
                : new SheetTurn(sheet, page, false, true);
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
    }
}
