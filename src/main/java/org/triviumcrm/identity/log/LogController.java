package org.triviumcrm.identity.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.signin.SignInOutcome;
import org.triviumcrm.shared.history.HistoryEntry;

/** Who came, and who changed what. */
@Controller
@RequestMapping("/administration/log")
class LogController {

    private final LogService log;
    private final People people;

    LogController(LogService log, People people) {
        this.log = log;
        this.people = people;
    }

    @GetMapping
    String signIns(@ModelAttribute("filter") LogFilter filter, Viewer viewer, Model model) {
        List<SignInEntry> entries = log.signIns(viewer, filter);
        boolean more = entries.size() > LogService.SIZE;
        List<SignInEntry> shown = more ? entries.subList(0, LogService.SIZE) : entries;
        model.addAttribute("entries", shown);
        model.addAttribute(
                "next",
                more
                        ? filter.link(
                                "/administration/log",
                                shown.get(shown.size() - 1).id())
                        : null);
        model.addAttribute("outcomes", SignInOutcome.values());
        model.addAttribute("personName", name(filter.person()));
        return "identity/log/sign-ins";
    }

    @GetMapping("/changes")
    String changes(@ModelAttribute("filter") LogFilter filter, Viewer viewer, Model model) {
        List<HistoryEntry> entries = log.changes(viewer, filter);
        long revisions =
                entries.stream().mapToLong(HistoryEntry::revision).distinct().count();
        model.addAttribute("entries", entries);
        model.addAttribute("tables", log.tables(viewer));
        model.addAttribute(
                "next",
                revisions < LogService.SIZE / 2
                        ? null
                        : filter.link(
                                "/administration/log/changes",
                                entries.get(entries.size() - 1).revision()));
        model.addAttribute("personName", name(filter.person()));
        return "identity/log/changes";
    }

    private @Nullable String name(@Nullable Long personId) {
        return personId == null
                ? null
                : people.find(personId).map(PersonRef::name).orElse("");
    }
}
