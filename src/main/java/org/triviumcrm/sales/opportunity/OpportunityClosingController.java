package org.triviumcrm.sales.opportunity;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageField;
import org.triviumcrm.sales.pipeline.StageKind;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.BoardAnswers;
import org.triviumcrm.shared.web.Part;
import org.triviumcrm.shared.web.Rejected;

/** Winning and losing, each with what has to be said about it; {@code from=board} leads back there. */
@Controller
class OpportunityClosingController {

    private final OpportunityService opportunities;
    private final OpportunityMoveService moves;
    private final OpportunityForms forms;
    private final MoveForms asking;
    private final StagePath path;
    private final ForetoldApprovals approvals;
    private final ReturnedActions returned;
    private final BoardAnswers answers;
    private final Format format;

    OpportunityClosingController(
            OpportunityService opportunities,
            OpportunityMoveService moves,
            OpportunityForms forms,
            MoveForms asking,
            StagePath path,
            ForetoldApprovals approvals,
            ReturnedActions returned,
            BoardAnswers answers,
            Format format) {
        this.opportunities = opportunities;
        this.moves = moves;
        this.forms = forms;
        this.asking = asking;
        this.path = path;
        this.approvals = approvals;
        this.returned = returned;
        this.answers = answers;
        this.format = format;
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/win")
    String winning(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "false") boolean again,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        OpportunityPage page = opportunities.page(viewer, id).free();
        BigDecimal amount = page.amount() == null ? BigDecimal.ZERO : page.amount();
        WinOpportunity win =
                returned.or(viewer, id, again, WinOpportunity.class, new WinOpportunity(amount, format.today(), null));
        model.addAttribute("win", win);
        ask(viewer, model, page, win);
        return form(model, page, from, htmx, "win");
    }

    @CanCloseOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/win")
    Object win(
            @PathVariable long id,
            @Valid @ModelAttribute("win") WinOpportunity win,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String from,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        OpportunityPage page = opportunities.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                moves.win(viewer, id, win);
                return done(page, from, htmx, flash, "sales.opportunity.won");
            } catch (StageAsks asks) {
                asks.into(errors);
            } catch (NoRate e) {
                errors.rejectValue("closedOn", "sales.error.noRateThen");
            } catch (IllegalMove e) {
                errors.reject(e.key());
            }
        }
        ask(viewer, model, page, win);
        return Rejected.with(form(model, page, from, htmx, "win"));
    }

    @GetMapping("/sales/opportunities/{id:\\d+}/loss")
    String losing(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String from,
            HtmxRequest htmx,
            Viewer viewer,
            Model model) {
        OpportunityPage page = opportunities.page(viewer, id).free();
        model.addAttribute("loss", new EmptyLoss(null, page.competitorId(), format.today(), "", null));
        choices(viewer, model, page, page.competitorId());
        return form(model, page, from, htmx, "loss");
    }

    @CanCloseOpportunities
    @PostMapping("/sales/opportunities/{id:\\d+}/loss")
    Object lose(
            @PathVariable long id,
            @Valid @ModelAttribute("loss") LoseOpportunity loss,
            BindingResult errors,
            @RequestParam(required = false) @Nullable String from,
            HtmxRequest htmx,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        OpportunityPage page = opportunities.page(viewer, id);
        if (!errors.hasErrors()) {
            try {
                moves.lose(viewer, id, loss);
                return done(page, from, htmx, flash, "sales.opportunity.lost");
            } catch (IllegalMove e) {
                e.tell(errors);
            }
        }
        choices(viewer, model, page, loss.competitorId());
        return Rejected.with(form(model, page, from, htmx, "loss"));
    }

    /** What winning asks for; the amount is in the form in any case. */
    private void ask(Viewer viewer, Model model, OpportunityPage page, WinOpportunity said) {
        long won = forms.stages(viewer, page.pipelineId()).stream()
                .filter(stage -> stage.getKind() == StageKind.WON)
                .mapToLong(Stage::getId)
                .findFirst()
                .orElse(0);
        Set<StageField> missing = EnumSet.noneOf(StageField.class);
        missing.addAll(path.missing(viewer, page, won));
        missing.remove(StageField.AMOUNT);
        asking.ask(viewer, model, missing, said);
        approvals.winning(viewer, model, page, said);
    }

    private void choices(Viewer viewer, Model model, OpportunityPage page, @Nullable Long competitorId) {
        approvals.tell(viewer, model, page, Exit.LOSE);
        model.addAllAttributes(forms.losing(viewer, competitorId));
    }

    private static String form(
            Model model, OpportunityPage page, @Nullable String from, HtmxRequest htmx, String view) {
        model.addAttribute("opportunity", page);
        model.addAttribute("from", from);
        model.addAttribute("onBoard", isOnBoard(from, htmx));
        return Part.of(htmx, "sales/opportunity/" + view);
    }

    private Object done(
            OpportunityPage before, @Nullable String from, HtmxRequest htmx, RedirectAttributes flash, String notice) {
        if (isOnBoard(from, htmx)) {
            return answers.done(notice, before.id(), before.stageId());
        }
        flash.addFlashAttribute("notice", notice);
        return "board".equals(from) ? "redirect:/sales/board" : "redirect:/sales/opportunities/" + before.id();
    }

    private static boolean isOnBoard(@Nullable String from, HtmxRequest htmx) {
        return "board".equals(from) && htmx.isHtmxRequest();
    }

    /** The form before anything was chosen. */
    record EmptyLoss(
            @Nullable Long reasonId,
            @Nullable Long competitorId,
            LocalDate closedOn,
            String note,
            @Nullable String lessons) {}
}
