package org.triviumcrm.support.queue;

import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflicts;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.shared.web.Rejected;

/** The administrator's queues. */
@Controller
@RequestMapping(QueueController.PATH)
class QueueController {

    static final String PATH = "/administration/ticket-queues";

    private static final int CHOICES = 20;

    private final QueueService queues;
    private final People people;
    private final EditConflicts conflicts;

    QueueController(QueueService queues, People people, EditConflicts conflicts) {
        this.queues = queues;
        this.people = people;
        this.conflicts = conflicts;
    }

    @GetMapping
    String list(Viewer viewer, Model model) {
        model.addAttribute("rows", queues.all(viewer));
        return "support/queue/list";
    }

    @GetMapping("/new")
    String blank(Viewer viewer, Model model) {
        SaveQueue proposed = queues.proposed(viewer);
        model.addAttribute("input", proposed);
        return form(model, 0, proposed);
    }

    @CanManageQueues
    @PostMapping
    String create(
            @Valid @ModelAttribute("input") SaveQueue input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (isRefused(viewer, input, 0, errors)) {
            return Rejected.with(form(model, 0, input));
        }
        queues.create(viewer, input);
        return done(flash);
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        SaveQueue saved = SaveQueue.of(queues.find(viewer, id));
        model.addAttribute("input", saved);
        return form(model, id, saved);
    }

    @CanManageQueues
    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long id,
            @Valid @ModelAttribute("input") SaveQueue input,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        TicketQueue saved = queues.find(viewer, id);
        if (isRefused(viewer, input, id, errors)) {
            return Rejected.with(form(model, id, input));
        }
        try {
            queues.update(viewer, id, input);
        } catch (ObjectOptimisticLockingFailureException e) {
            TicketQueue now = queues.find(viewer, saved.getId());
            String form = form(model, id, input);
            return conflicts.show(model, "ticket_queue", id, now.getVersion(), SaveQueue.of(now), input, form);
        }
        return done(flash);
    }

    @GetMapping("/agents")
    @ResponseBody
    List<Option> agents(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return queues.agents(viewer, q, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }

    private boolean isRefused(Viewer viewer, SaveQueue input, long id, BindingResult errors) {
        if (errors.hasErrors()) {
            return true;
        }
        if (queues.isNameTaken(viewer, input.name(), id)) {
            errors.rejectValue("name", "support.queue.error.nameTaken");
        }
        if (!input.memberIds().stream().allMatch(person -> queues.mayBeMember(viewer, person))) {
            errors.rejectValue("memberIds", "support.queue.error.members");
        }
        return errors.hasErrors();
    }

    private String form(Model model, long id, SaveQueue shown) {
        Map<Long, String> names = people.names(shown.memberIds());
        model.addAttribute("id", id);
        model.addAttribute("assignments", Arrays.asList(QueueAssignment.values()));
        model.addAttribute(
                "members",
                shown.memberIds().stream()
                        .filter(names::containsKey)
                        .map(person -> new Option(person, names.getOrDefault(person, "")))
                        .toList());
        return "support/queue/form";
    }

    private static String done(RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "support.queue.saved");
        return "redirect:" + PATH;
    }
}
