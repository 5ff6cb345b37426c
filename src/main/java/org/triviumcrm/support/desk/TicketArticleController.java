package org.triviumcrm.support.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.help.HelpSiteService;
import org.triviumcrm.support.ticket.TicketList;

/** Suggested articles beside a ticket, whose links go into what is being written. */
@Controller
class TicketArticleController {

    private final TicketArticleService articles;
    private final HelpSiteService sites;

    TicketArticleController(TicketArticleService articles, HelpSiteService sites) {
        this.articles = articles;
        this.sites = sites;
    }

    @GetMapping(TicketList.PATH + "/{id:\\d+}/articles")
    String suggest(
            @PathVariable long id, @RequestParam(required = false) @Nullable String q, Viewer viewer, Model model) {
        String typed = q == null ? "" : q;
        model.addAttribute("found", articles.suggest(viewer, id, typed));
        model.addAttribute("typed", typed);
        model.addAttribute("outside", sites.site(viewer).active());
        model.addAttribute(
                "origin", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return "support/ticket/articles";
    }
}
