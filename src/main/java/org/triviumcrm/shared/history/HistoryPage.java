package org.triviumcrm.shared.history;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import org.springframework.ui.Model;
import org.triviumcrm.shared.web.Part;

/** The page, and the part of a record's page, that shows its history. */
public final class HistoryPage {

    /** How many revisions are shown of one record. */
    public static final int SIZE = 50;

    private HistoryPage() {}

    /**
     * Gives the view.
     *
     * @param section the navigation entry the record belongs to
     * @param name of the record
     */
    public static String of(Model model, HtmxRequest request, String section, String name, List<HistoryEntry> entries) {
        model.addAttribute("section", section);
        model.addAttribute("name", name);
        model.addAttribute("entries", entries);
        return Part.of(request, "shared/history");
    }
}
