package org.triviumcrm.insight.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.TeamRef;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.TableExport;
import org.triviumcrm.shared.web.Rejected;

/** Who sells how, and the file of it. */
@Controller
@RequestMapping(PeopleFilter.PATH)
class LeaderboardController {

    private static final String PAGE = "insight/people/page";

    private final LeaderboardService people;
    private final LeaderboardChart chart;
    private final LeaderboardTable table;
    private final TableExport files;
    private final Teams teams;
    private final Companies companies;
    private final Format format;

    LeaderboardController(
            LeaderboardService people,
            LeaderboardChart chart,
            LeaderboardTable table,
            TableExport files,
            Teams teams,
            Companies companies,
            Format format) {
        this.people = people;
        this.chart = chart;
        this.table = table;
        this.files = files;
        this.teams = teams;
        this.companies = companies;
        this.format = format;
    }

    @GetMapping
    String show(@ModelAttribute("filter") PeopleFilter filter, BindingResult errors, Viewer viewer, Model model) {
        LocalDate today = format.today();
        PeopleFilter asked = (errors.hasErrors() ? PeopleFilter.none() : filter).filled(today);
        Leaderboard found = people.of(viewer, asked);
        model.addAttribute("asked", asked);
        model.addAttribute("found", found);
        model.addAttribute("measure", asked.chosen());
        model.addAttribute("measures", List.of(PeopleMeasure.values()));
        model.addAttribute("cuts", List.of(PeopleCut.values()));
        model.addAttribute("spans", spans(today));
        model.addAttribute("chart", chart.of(found, asked.chosen()));
        model.addAttribute("currency", companies.currency());
        model.addAttribute(
                "team",
                asked.team() == null
                        ? null
                        : teams.find(asked.team()).map(TeamRef::name).orElse(null));
        return errors.hasErrors() ? Rejected.with(PAGE) : PAGE;
    }

    @GetMapping({"/export.csv", "/export.xlsx"})
    void export(
            @ModelAttribute("filter") PeopleFilter filter,
            @RequestParam(defaultValue = "false") boolean bom,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableExport.Kind kind = TableExport.Kind.of(request.getRequestURI(), bom);
        PeopleFilter asked = filter.filled(format.today());
        Leaderboard found = people.export(viewer, asked);
        files.write(response, viewer, kind, table.name(asked.span()), table.titles(asked), table.rows(asked, found));
    }

    /** What is asked for most, by the keys of its name. */
    static Map<String, Span> spans(LocalDate today) {
        Map<String, Span> spans = new LinkedHashMap<>();
        spans.put("month", Span.monthOf(today));
        spans.put("lastMonth", Span.monthOf(today).before());
        spans.put("quarter", Span.quarterOf(today));
        spans.put("lastQuarter", Span.quarterOf(today).before());
        spans.put("year", Span.yearOf(today));
        spans.put("lastYear", Span.yearOf(today).before());
        return spans;
    }
}
