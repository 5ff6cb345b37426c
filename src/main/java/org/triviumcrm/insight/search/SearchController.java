package org.triviumcrm.insight.search;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.search.Search;

/** Search over everything, as a page and while typing. */
@Controller
class SearchController {

    private static final int ON_THE_PAGE = 10;
    private static final int OF_ONE_KIND = 100;
    private static final int WHILE_TYPING = 5;

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    String page(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            Viewer viewer,
            Model model) {
        model.addAttribute("q", typed(q));
        model.addAttribute("kind", typed(kind));
        int limit = kind == null ? ON_THE_PAGE : OF_ONE_KIND;
        model.addAttribute("groups", search.find(viewer, typed(q), limit, typed(kind)));
        return "insight/search/page";
    }

    @GetMapping("/search/suggestions")
    String suggestions(@RequestParam(required = false) @Nullable String q, Viewer viewer, Model model) {
        model.addAttribute("groups", search.find(viewer, typed(q), WHILE_TYPING, ""));
        return "insight/search/page :: suggestions";
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }
}
