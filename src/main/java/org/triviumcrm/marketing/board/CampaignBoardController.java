package org.triviumcrm.marketing.board;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.marketing.campaign.CampaignFilter;
import org.triviumcrm.marketing.campaign.CampaignFilterForm;
import org.triviumcrm.marketing.exit.CampaignState;

/** The board of campaigns and its columns. */
@Controller
class CampaignBoardController {

    static final String PATH = "/marketing/board";

    private final CampaignBoardService board;
    private final CampaignFilterForm filters;
    private final Companies companies;

    CampaignBoardController(CampaignBoardService board, CampaignFilterForm filters, Companies companies) {
        this.board = board;
        this.filters = filters;
        this.companies = companies;
    }

    @GetMapping(PATH)
    String show(@ModelAttribute("filter") CampaignFilter filter, BindingResult errors, Viewer viewer, Model model) {
        CampaignFilter narrow = filters.fill(viewer, model, filter, errors);
        model.addAttribute("columns", board.columns(viewer, narrow));
        common(model, narrow);
        return "marketing/board/board";
    }

    /** A column again, or its next cards. */
    @GetMapping(PATH + "/column")
    String column(
            @ModelAttribute("filter") CampaignFilter filter,
            BindingResult errors,
            @RequestParam CampaignState state,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer,
            Model model) {
        CampaignFilter narrow = filter == null || errors.hasErrors() ? CampaignFilter.NONE : filter;
        model.addAttribute("column", board.column(viewer, narrow, state, after));
        common(model, narrow);
        return after == null ? "marketing/board/board :: column" : "marketing/board/board :: cards";
    }

    private void common(Model model, CampaignFilter narrow) {
        model.addAttribute("narrow", narrow);
        model.addAttribute("companyCurrency", companies.currency());
        model.addAttribute("columnHref", narrow.href(UriComponentsBuilder.fromPath(PATH + "/column")));
    }
}
