package org.triviumcrm.sales.opportunity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.assignment.AssignmentService;
import org.triviumcrm.sales.competitor.CompetitorService;
import org.triviumcrm.sales.lostreason.LostReason;
import org.triviumcrm.sales.lostreason.LostReasonService;
import org.triviumcrm.sales.pipeline.PipelineChoice;
import org.triviumcrm.sales.pipeline.PipelineService;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.rate.CurrencyRateService;
import org.triviumcrm.sales.reference.RecordNameRepository;
import org.triviumcrm.shared.web.Option;

/** What the forms of opportunities offer to choose from. */
@Component
public class OpportunityForms {

    private final OpportunityService opportunities;
    private final PipelineService pipelines;
    private final CurrencyRateService rates;
    private final RecordNameRepository names;
    private final AssignmentService assignments;
    private final LostReasonService reasons;
    private final CompetitorService competitors;
    private final People people;

    OpportunityForms(
            OpportunityService opportunities,
            PipelineService pipelines,
            CurrencyRateService rates,
            RecordNameRepository names,
            AssignmentService assignments,
            LostReasonService reasons,
            CompetitorService competitors,
            People people) {
        this.opportunities = opportunities;
        this.pipelines = pipelines;
        this.rates = rates;
        this.names = names;
        this.assignments = assignments;
        this.reasons = reasons;
        this.competitors = competitors;
        this.people = people;
    }

    /** Also the form's object in the model. */
    CreateOpportunity blank(Viewer viewer, @Nullable Long stageId, @Nullable Long customerId, Model model) {
        CreateOpportunity blank =
                opportunities.blank(viewer, stageId == null ? usualStage(viewer) : stageId, customerId);
        CreateOpportunity first = isAssigning(viewer, model) ? blank.leftToRules() : blank;
        model.addAttribute("opportunity", first);
        return first;
    }

    /** Where a new one usually begins; null when there is no open stage. */
    public @Nullable Long usualStage(Viewer viewer) {
        return PipelineChoice.usual(pipelines.of(viewer))
                .flatMap(pipeline -> pipelines.stages(viewer, pipeline.id()).stream()
                        .filter(Stage::isOpen)
                        .findFirst())
                .map(Stage::getId)
                .orElse(null);
    }

    /** The open stages of all the viewer's pipelines, with the pipeline's name when there are several. */
    public List<Option> openStages(Viewer viewer) {
        List<PipelineChoice> mine = pipelines.of(viewer);
        List<Option> options = new ArrayList<>();
        Map<Long, List<Stage>> stages =
                pipelines.stages(viewer, mine.stream().map(PipelineChoice::id).toList());
        for (PipelineChoice pipeline : mine) {
            for (Stage stage : stages.getOrDefault(pipeline.id(), List.of())) {
                if (stage.isOpen()) {
                    String name = mine.size() > 1 ? pipeline.name() + " · " + stage.getName() : stage.getName();
                    options.add(new Option(stage.getId(), name));
                }
            }
        }
        return options;
    }

    /** ISO codes, the company's first. */
    public List<String> currencies(Viewer viewer) {
        return rates.currencies(viewer);
    }

    List<Option> lostReasons(Viewer viewer) {
        return options(reasons.choices(viewer));
    }

    /**
     * What losing asks for: reasons, the names of those that demand a competitor (empty when none does), and competitors.
     *
     * @param present the competitor that is chosen, which may not be offered any more
     */
    Map<String, Object> losing(Viewer viewer, @Nullable Long present) {
        List<LostReason> offered = reasons.choices(viewer);
        String demanding = offered.stream()
                .filter(LostReason::isNeedsCompetitor)
                .map(LostReason::getName)
                .collect(Collectors.joining(" · "));
        return Map.of("reasons", options(offered), "demanding", demanding, "competitors", competitors(viewer, present));
    }

    private static List<Option> options(List<LostReason> offered) {
        return offered.stream()
                .map(reason -> new Option(reason.getId(), reason.getName()))
                .toList();
    }

    /** @param present the one that is chosen, which may not be offered any more */
    private List<Option> competitors(Viewer viewer, @Nullable Long present) {
        return competitors.choices(viewer, present).stream()
                .map(competitor -> new Option(competitor.getId(), competitor.getName()))
                .toList();
    }

    List<Stage> stages(Viewer viewer, long pipelineId) {
        return pipelines.stages(viewer, pipelineId);
    }

    /** Currencies and competitors, and what the chosen customer, contact and product are called. */
    void fill(Viewer viewer, Model model, StageAnswers said) {
        model.addAttribute("currencies", rates.currencies(viewer));
        model.addAttribute("customerName", names.customer(viewer, said.customerId()));
        model.addAttribute("contactName", names.contact(viewer, said.contactId()));
        model.addAttribute("productName", names.product(said.productId()));
        model.addAttribute("competitors", competitors(viewer, said.competitorId()));
    }

    /** Whose a new one can be: the viewer's, or by the assignment rules. */
    void fillOwner(Viewer viewer, Model model, @Nullable Long chosen) {
        String name = viewer.name();
        if (chosen != null && chosen != viewer.personId() && people.mayChoose(viewer, OpportunityList.NOUN, chosen)) {
            name = people.find(chosen).map(PersonRef::name).orElse(name);
        }
        model.addAttribute("ownerName", name);
        model.addAttribute("owners", List.of(new Option(viewer.personId(), viewer.name())));
        isAssigning(viewer, model);
    }

    /** Whether rules give new ones to people; asked once a page. */
    private boolean isAssigning(Viewer viewer, Model model) {
        if (!model.containsAttribute("assigning")) {
            model.addAttribute("assigning", assignments.isInUse(viewer));
        }
        return Boolean.TRUE.equals(model.getAttribute("assigning"));
    }
}
