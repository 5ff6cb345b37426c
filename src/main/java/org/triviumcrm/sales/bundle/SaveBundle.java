package org.triviumcrm.sales.bundle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is in a bundle, as typed, line by line. */
public class SaveBundle {

    @Size(max = 100, message = "{sales.bundle.error.tooMany}")
    private List<@Valid SaveBundlePart> parts = new ArrayList<>();

    public List<SaveBundlePart> getParts() {
        return parts;
    }

    public void setParts(List<SaveBundlePart> parts) {
        this.parts = parts;
    }

    /** @throws NullPointerException when a line is not complete; the form was checked before */
    List<BundlePart> toParts() {
        return parts.stream()
                .filter(part -> !part.isBlank())
                .map(part -> new BundlePart(
                        Objects.requireNonNull(part.getProductId()), "", Objects.requireNonNull(part.getQuantity())))
                .toList();
    }
}
