package org.triviumcrm.support.sla;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** Changes the rows of a policy's form; nothing is saved. */
@Controller
class PolicyRowController {

    private static final int CHOICES = 20;

    private final PolicyForms forms;
    private final People people;

    PolicyRowController(PolicyForms forms, People people) {
        this.forms = forms;
        this.people = people;
    }

    /** The form again. @param policy its id, 0 for a new one */
    @CanManagePromises
    @PostMapping(PolicyController.PATH + "/rows")
    String rows(
            @RequestParam long policy,
            @RequestParam(required = false) @Nullable List<String> act,
            PolicyForm form,
            BindingResult errors,
            HtmxRequest request,
            Viewer viewer,
            Model model) {
        forms.change(form, act == null ? List.of() : act);
        String view = forms.form(viewer, model, form, policy);
        return request.isHtmxRequest() ? view + " :: policy" : view;
    }

    /** Answers the picker of the person to whom broken tickets go. */
    @CanManagePromises
    @GetMapping(PolicyController.PATH + "/agents")
    @ResponseBody
    List<Option> agents(@RequestParam(required = false) @Nullable String q, Viewer viewer) {
        return people.permitted(viewer, "support.ticket.reply", q, CHOICES).stream()
                .map(person -> new Option(person.id(), person.name()))
                .toList();
    }
}
