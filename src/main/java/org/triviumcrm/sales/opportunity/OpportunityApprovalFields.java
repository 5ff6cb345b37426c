package org.triviumcrm.sales.opportunity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalField;
import org.triviumcrm.customer.Segments;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.exit.FactKeys;
import org.triviumcrm.sales.exit.OpportunityStates;
import org.triviumcrm.sales.line.PaperReferenceRepository;
import org.triviumcrm.sales.territory.TerritoryScopes;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.Option;

/** What conditions of approvals can ask of opportunities. */
@Component
class OpportunityApprovalFields {

    private final OpportunityStates states;
    private final ApprovalLockRepository locks;
    private final Segments segments;
    private final TerritoryScopes territories;
    private final SearchedProducts products;
    private final PaperReferenceRepository levels;
    private final MessageSource messages;

    OpportunityApprovalFields(
            OpportunityStates states,
            ApprovalLockRepository locks,
            Segments segments,
            TerritoryScopes territories,
            SearchedProducts products,
            PaperReferenceRepository levels,
            MessageSource messages) {
        this.states = states;
        this.locks = locks;
        this.segments = segments;
        this.territories = territories;
        this.products = products;
        this.levels = levels;
        this.messages = messages;
    }

    List<ApprovalField> all() {
        return states.withAdded(List.of(
                ApprovalField.of(FactKeys.AMOUNT, FieldKind.MONEY, true),
                ApprovalField.of(FactKeys.DISCOUNT, FieldKind.PERCENT, false),
                ApprovalField.of(FactKeys.REGION, FieldKind.TEXT, false),
                ApprovalField.of(FactKeys.INDUSTRY, FieldKind.TEXT, false),
                new ApprovalField(FactKeys.VALUE_CLASS, FieldKind.CHOICE, false, this::classes),
                new ApprovalField(FactKeys.LEVEL, FieldKind.CHOICE, false, locale -> levels()),
                new ApprovalField(
                        FactKeys.SEGMENTS,
                        FieldKind.SEVERAL,
                        false,
                        locale -> segments.choices(Viewer.job("sales.log.approval"))),
                ApprovalField.of(FactKeys.OWNER_TEAM, FieldKind.TEAM, false),
                new ApprovalField(FactKeys.TERRITORY, FieldKind.TREE, false, locale -> territories.options()),
                ApprovalField.of(FactKeys.OWNER, FieldKind.PERSON, true),
                new ApprovalField(FactKeys.PIPELINE, FieldKind.CHOICE, true, locale -> locks.pipelines()),
                new ApprovalField(FactKeys.STAGE, FieldKind.CHOICE, false, locale -> locks.stages()),
                ApprovalField.found(FactKeys.PRODUCT, true, products),
                ApprovalField.of(FactKeys.PROBABILITY, FieldKind.PERCENT, false),
                ApprovalField.of(FactKeys.EXPECTED_CLOSE, FieldKind.DATE, true)));
    }

    private List<Option> classes(Locale locale) {
        return Arrays.stream(ValueClass.values())
                .map(one -> new Option(
                        one.name(),
                        Objects.requireNonNull(messages.getMessage("customer.value.class." + one, null, locale))))
                .toList();
    }

    private List<Option> levels() {
        return levels.levels().stream().map(level -> new Option(level, level)).toList();
    }
}
