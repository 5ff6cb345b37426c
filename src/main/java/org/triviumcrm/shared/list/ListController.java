package org.triviumcrm.shared.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.view.RedirectView;

/** Columns and pickers of any list. */
@Controller
@RequestMapping("/lists/{noun}")
class ListController {

    private final SavedViewService views;
    private final ListService lists;

    ListController(SavedViewService views, ListService lists) {
        this.views = views;
        this.lists = lists;
    }

    /** The columns ticked, by the places given ({@code place.<key>}); without a place in the order they were sent. */
    @PostMapping("/columns")
    RedirectView choose(
            @PathVariable String noun,
            @RequestParam(name = "column", defaultValue = "") List<String> ticked,
            @RequestParam(defaultValue = "0") int size,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "0") long view,
            @RequestParam(defaultValue = "false") boolean usual,
            @RequestParam Map<String, String> all,
            ListReader reader) {
        List<String> columns = new ArrayList<>(ticked);
        columns.sort(Comparator.comparingInt(key -> place(all.get("place." + key))));
        RedirectView redirect = new RedirectView(
                views.choose(noun, reader, new ChooseColumns(usual ? List.of() : columns, size, query, view)));
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExpandUriTemplateVariables(false);
        return redirect;
    }

    @GetMapping("/choices/{column}")
    @ResponseBody
    List<Choice> choices(
            @PathVariable String noun,
            @PathVariable String column,
            @RequestParam(required = false) @Nullable String q,
            ListReader reader) {
        return lists.choices(noun, reader, column, q == null ? "" : q);
    }

    private static int place(@Nullable String text) {
        return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }
}
