package org.triviumcrm.insight.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.triviumcrm.identity.Companies;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.list.TableExport;
import org.triviumcrm.shared.web.Rejected;

/** What was spent on customers against what it brought, and the file of it. */
@Controller
@RequestMapping(ExpenseFilter.PATH)
class ExpenseController {

    private static final String PAGE = "insight/people/expenses";

    private final ExpenseService expenses;
    private final TableExport files;
    private final Companies companies;
    private final Format format;
    private final MessageSource messages;

    ExpenseController(
            ExpenseService expenses, TableExport files, Companies companies, Format format, MessageSource messages) {
        this.expenses = expenses;
        this.files = files;
        this.companies = companies;
        this.format = format;
        this.messages = messages;
    }

    @GetMapping
    String show(@ModelAttribute("filter") ExpenseFilter filter, BindingResult errors, Viewer viewer, Model model) {
        LocalDate today = format.today();
        ExpenseFilter asked = (errors.hasErrors() ? ExpenseFilter.none() : filter).filled(today);
        model.addAttribute("asked", asked);
        model.addAttribute("found", expenses.of(viewer, asked));
        model.addAttribute("cuts", List.of(ExpenseCut.values()));
        model.addAttribute("spans", LeaderboardController.spans(today));
        model.addAttribute("currency", companies.currency());
        return errors.hasErrors() ? Rejected.with(PAGE) : PAGE;
    }

    @GetMapping({"/export.csv", "/export.xlsx"})
    void export(
            @ModelAttribute("filter") ExpenseFilter filter,
            @RequestParam(defaultValue = "false") boolean bom,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        TableExport.Kind kind = TableExport.Kind.of(request.getRequestURI(), bom);
        ExpenseFilter asked = filter.filled(format.today());
        Expenses found = expenses.export(viewer, asked);
        List<String> titles = Stream.of("name", "count", "cost", "wins", "won", "ratio")
                .map(head -> text("insight.expense.head." + head))
                .toList();
        files.write(
                response,
                viewer,
                kind,
                text("insight.expense.file") + "-" + asked.from() + "-" + asked.to(),
                titles,
                Stream.concat(found.lines().stream(), Stream.of(found.total()))
                        .map(ExpenseController::row)
                        .toList());
    }

    private static List<@Nullable Object> row(Expenses.Line line) {
        return Arrays.asList(line.name(), line.count(), line.cost(), line.wins(), line.won(), line.ratio());
    }

    private String text(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
