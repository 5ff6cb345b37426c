package org.triviumcrm.approval.dossier;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.triviumcrm.approval.ApprovalField;
import org.triviumcrm.approval.ApprovalSubject;
import org.triviumcrm.approval.Proposal;
import org.triviumcrm.approval.definition.FlowDefinition;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.shared.condition.ConditionEvaluator;
import org.triviumcrm.shared.condition.ConditionValue;
import org.triviumcrm.shared.condition.FieldKind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of records that can need an approval, and what is asked about the values of one. */
@Component
class Subjects {

    private final ObjectProvider<ApprovalSubject> all;
    private final Teams teams;
    private final JsonMapper json;

    /** @param all asked late, as those who declare records ask the gate, which asks here */
    Subjects(ObjectProvider<ApprovalSubject> all, Teams teams, JsonMapper json) {
        this.all = all;
        this.teams = teams;
        this.json = json;
    }

    /** Empty for a kind that nobody declares any more. */
    Optional<ApprovalSubject> find(String type) {
        return all.stream().filter(subject -> subject.type().equals(type)).findFirst();
    }

    ApprovalSubject of(String type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException("nobody declares " + type + " for approvals"));
    }

    /** Of conditions on such records; what lies below a team or in another tree is read once, however many records it is asked about. */
    ConditionEvaluator evaluator(String type) {
        Map<String, Set<Long>> below = new HashMap<>();
        return new ConditionEvaluator(
                kinds(type), (field, id) -> below.computeIfAbsent(field + " " + id, key -> andBelow(type, field, id)));
    }

    /** Values as JSON: each as conditions write it. */
    String write(Map<String, Object> values) {
        return json.writeValueAsString(texts(values));
    }

    /** A team, or one of another tree that a field holds, and all below. */
    private Set<Long> andBelow(String type, String field, long id) {
        return kinds(type).get(field) == FieldKind.TEAM ? teams.andBelow(id) : of(type).andBelow(field, id);
    }

    /** What {@link #write} wrote. */
    Map<String, Object> read(String type, String facts) {
        Map<String, FieldKind> kinds = kinds(type);
        Map<String, Object> values = new LinkedHashMap<>();
        json.readValue(facts, new TypeReference<Map<String, String>>() {}).forEach((key, text) -> {
            FieldKind kind = kinds.get(key);
            Object value = kind == null ? null : ConditionValue.read(kind, text);
            if (value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    /** SHA-256 over all that must be the same when it is done: the action's aim, what is material, what the flow looks at. */
    String fingerprint(Proposal proposal, FlowDefinition flow) {
        Set<String> looked = flow.fields();
        Map<String, Object> material = new LinkedHashMap<>();
        for (ApprovalField field : of(proposal.type()).fields()) {
            Object value = proposal.after().values().get(field.key());
            Object part = value == null ? null : field.approved().apply(value);
            if (part != null && (field.material() || looked.contains(field.key()))) {
                material.put(field.key(), part);
            }
        }
        for (String key : of(proposal.type()).material()) {
            Object value = proposal.after().values().get(key);
            if (value != null) {
                material.put(key, value);
            }
        }
        String canonical = proposal.type() + "\n" + proposal.after().id() + "\n" + proposal.trigger() + "\n"
                + proposal.target() + "\n" + json.writeValueAsString(new TreeMap<>(texts(material)));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, FieldKind> kinds(String type) {
        return of(type).fields().stream()
                .collect(Collectors.toUnmodifiableMap(ApprovalField::key, ApprovalField::kind));
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((key, value) -> texts.put(key, text(value)));
        return texts;
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }
}
