package org.triviumcrm.approval.submission;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.ApprovedAction;
import org.triviumcrm.approval.UnderApproval;
import org.triviumcrm.approval.WaitingCase;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** The form that asks for an approval, in the place of what somebody wanted to do. */
@Controller
class SubmissionController {

    private final AttemptService attempts;

    SubmissionController(AttemptService attempts) {
        this.attempts = attempts;
    }

    /** Where {@link SubmissionAdvice} leads, and nothing else. */
    @RequestMapping("/approvals/needed")
    String needed(
            @RequestAttribute(name = SubmissionAdvice.REFUSED, required = false) @Nullable RuntimeException refused,
            HtmxRequest htmx,
            HttpServletResponse response,
            Viewer viewer,
            Model model) {
        if (htmx.isHtmxRequest()) {
            // wherever the request would have put its answer
            response.setHeader("HX-Retarget", "#dialog");
            response.setHeader("HX-Reswap", "innerHTML");
        }
        if (refused instanceof UnderApproval waiting) {
            Optional<WaitingCase> now = attempts.waiting(viewer, waiting.caseId());
            model.addAttribute("caseId", waiting.caseId());
            model.addAttribute("returned", now.filter(WaitingCase::returned).isPresent());
            model.addAttribute(
                    "back",
                    now.map(WaitingCase::about)
                            .map(about -> attempts.page(viewer, about.subjectType(), about.subjectId()))
                            .orElse("/"));
            return Rejected.with(Part.of(htmx, "approval/submission/waiting"), HttpStatus.CONFLICT);
        }
        if (refused instanceof ApprovalNeeded needed) {
            SubmitForApproval form = new SubmitForApproval();
            String page = htmx.getCurrentUrl();
            form.setBack(page == null ? null : URI.create(page).getPath());
            model.addAttribute("submission", form);
            return form(viewer, model, needed, form, htmx);
        }
        throw new NotFound();
    }

    @SignedIn
    @PostMapping("/approvals/submissions")
    String submit(
            @Valid @ModelAttribute("submission") SubmitForApproval input,
            BindingResult errors,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        Optional<ApprovalNeeded> needed = attempts.attempt(viewer, input);
        if (needed.isEmpty()) {
            return done(viewer, input, flash, "approval.submission.done");
        }
        if (!errors.hasErrors()) {
            try {
                boolean waits = attempts.submit(viewer, needed.get(), input);
                return done(
                        viewer, input, flash, waits ? "approval.submission.submitted" : "approval.case.decidedAtOnce");
            } catch (ObjectOptimisticLockingFailureException e) {
                errors.reject("approval.submission.changed");
            } catch (UnderApproval e) {
                throw e;
            } catch (Refusal e) {
                errors.reject(e.key());
            }
        }
        return form(viewer, model, needed.get(), input, htmx);
    }

    private String done(Viewer viewer, SubmitForApproval input, RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        String back = input.getBack();
        boolean here = back != null && back.matches("/[\\w/-]*") && !back.startsWith("//");
        return "redirect:" + (here ? back : attempts.page(viewer, input.getType(), AttemptService.id(input)));
    }

    private String form(Viewer viewer, Model model, ApprovalNeeded needed, SubmitForApproval form, HtmxRequest htmx) {
        ApprovedAction action = needed.action();
        if (action != null) {
            form.setType(needed.proposal().type());
            form.setId(needed.proposal().after().id());
            form.setKind(action.kind());
            form.setAction(action.json());
        }
        model.addAttribute("needed", needed);
        model.addAttribute("requirement", attempts.requirement(viewer, needed));
        model.addAttribute("names", attempts.names(viewer, form));
        return Rejected.with(Part.of(htmx, "approval/submission/form"));
    }
}
