package org.triviumcrm.sales.board;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.shared.list.KeptQueries.Kept;

/** The board and its columns. */
@Controller
class BoardController {

    private final BoardService board;
    private final BoardViewService views;
    private final BoardNames names;
    private final Companies companies;
    private final Clock clock;

    BoardController(BoardService board, BoardViewService views, BoardNames names, Companies companies, Clock clock) {
        this.board = board;
        this.views = views;
        this.names = names;
        this.companies = companies;
        this.clock = clock;
    }

    /** What a view keeps, when the address says nothing but which; else what the address says. */
    @GetMapping("/sales/board")
    String show(
            @ModelAttribute("filter") BoardFilter filter,
            BindingResult errors,
            @RequestParam MultiValueMap<String, String> asked,
            Viewer viewer,
            Model model) {
        List<Kept> kept = views.of(viewer);
        Kept current = kept.stream()
                .filter(one -> String.valueOf(one.id()).equals(asked.getFirst("view")))
                .findFirst()
                .orElse(null);
        if (current != null && asked.size() == 1) {
            return "redirect:" + views.address(viewer, current.id());
        }
        model.addAttribute("views", kept);
        model.addAttribute("current", current);
        model.addAttribute("mayShare", views.mayShare(viewer));
        model.addAttribute("pipelines", board.pipelines(viewer, filter));
        List<Stage> stages = board.stages(viewer, filter);
        model.addAttribute("stages", stages);
        model.addAttribute("columns", board.columns(viewer, filter, stages));
        model.addAttribute("list", board.list(viewer, filter));
        model.addAttribute("names", names.of(viewer, filter));
        model.addAttribute("teams", names.teams(viewer));
        model.addAttribute("territories", names.territories(viewer));
        common(model);
        return "sales/board/board";
    }

    /** A column again, or its next cards. */
    @GetMapping("/sales/board/column")
    String column(
            @ModelAttribute("filter") BoardFilter filter,
            BindingResult errors,
            @RequestParam long stage,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer,
            Model model) {
        board.pipelines(viewer, filter);
        model.addAttribute("column", board.column(viewer, filter, stage, after));
        model.addAttribute("stages", board.stages(viewer, filter));
        common(model);
        return after == null ? "sales/board/board :: column" : "sales/board/board :: cards";
    }

    private void common(Model model) {
        model.addAttribute("now", clock.instant());
        model.addAttribute("companyCurrency", companies.currency());
    }
}
