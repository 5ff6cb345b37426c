package org.triviumcrm.insight.search;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.visit.Visits;

/** Search over everything, as a page and while typing; before anything is typed, what was opened last. */
@Controller
class SearchController {

    private static final int ON_THE_PAGE = 10;
    private static final int OF_ONE_KIND = 100;
    private static final int WHILE_TYPING = 5;

    private static final int RECENT = 10;

    private final Search search;
    private final Visits visits;

    SearchController(Search search, Visits visits) {
        this.search = search;
        this.visits = visits;
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
    String suggestions(
            @RequestParam(required = false) @Nullable String q, HtmxRequest htmx, Viewer viewer, Model model) {
        if (typed(q).isBlank()) {
            model.addAttribute("recent", visits.recent(viewer, RECENT, path(htmx)));
            return "insight/search/page :: recent";
        }
        model.addAttribute("groups", search.find(viewer, typed(q), WHILE_TYPING, ""));
        return "insight/search/page :: suggestions";
    }

    /** Of the page that the palette was opened on. */
    private static @Nullable String path(HtmxRequest htmx) {
        String url = htmx.getCurrentUrl();
        return url == null
                ? null
                : UriComponentsBuilder.fromUriString(url).build().getPath();
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text;
    }
}
