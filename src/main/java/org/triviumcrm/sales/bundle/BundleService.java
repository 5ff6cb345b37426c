package org.triviumcrm.sales.bundle;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;

/** What is in a bundle. Bundles are not nested: what is in one is sold by itself, too. */
@Service
public class BundleService {

    private final BundleRepository bundles;

    BundleService(BundleRepository bundles) {
        this.bundles = bundles;
    }

    @CanViewBundles
    @Transactional(readOnly = true)
    public List<BundlePart> parts(Viewer viewer, long bundle) {
        return bundles.parts(bundle);
    }

    /**
     * @throws NotFound when it is no bundle
     * @throws BundleRefusal at the first line that is not complete, names what another does, or a bundle
     */
    @CanManageBundles
    @Transactional
    void save(Viewer viewer, long bundle, SaveBundle input) {
        if (!bundles.hold(bundle)) {
            throw new NotFound();
        }
        refuse(input, bundle);
        bundles.replace(bundle, input.toParts());
    }

    private void refuse(SaveBundle input, long bundle) {
        List<SaveBundlePart> lines = input.getParts();
        Set<Long> seen = new HashSet<>();
        Set<Long> nested = new HashSet<>(bundles.bundles(lines.stream()
                .map(SaveBundlePart::getProductId)
                .filter(Objects::nonNull)
                .toList()));
        for (int at = 0; at < lines.size(); at++) {
            SaveBundlePart line = lines.get(at);
            Long product = line.getProductId();
            if (line.isBlank()) {
                continue;
            }
            if (product == null) {
                throw new BundleRefusal(at, "productId", "sales.price.error.product");
            }
            if (line.getQuantity() == null) {
                throw new BundleRefusal(at, "quantity", "sales.bundle.error.quantity");
            }
            if (product == bundle || nested.contains(product)) {
                throw new BundleRefusal(at, "productId", "sales.bundle.error.nested");
            }
            if (!seen.add(product)) {
                throw new BundleRefusal(at, "productId", "sales.bundle.error.twice");
            }
        }
    }
}
