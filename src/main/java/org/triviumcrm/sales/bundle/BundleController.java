package org.triviumcrm.sales.bundle;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.customer.ProductCatalogue;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Rejected;

/** What is in a bundle: a part of its page, and the form. */
@Controller
class BundleController {

    private static final String OF_PRODUCT = "/sales/products/{id:\\d+}/parts";

    /** Empty lines below those that are there. */
    private static final int MORE = 3;

    private final BundleService bundles;
    private final ProductCatalogue products;

    BundleController(BundleService bundles, ProductCatalogue products) {
        this.bundles = bundles;
        this.products = products;
    }

    @GetMapping(OF_PRODUCT)
    String panel(@PathVariable long id, Viewer viewer, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("parts", bundles.parts(viewer, id));
        return "sales/bundle/panel";
    }

    @CanManageBundles
    @GetMapping(OF_PRODUCT + "/edit")
    String edit(@PathVariable long id, Viewer viewer, Model model) {
        SaveBundle bundle = new SaveBundle();
        bundles.parts(viewer, id).forEach(part -> {
            SaveBundlePart line = new SaveBundlePart();
            line.setProductId(part.productId());
            line.setQuantity(part.quantity().stripTrailingZeros());
            bundle.getParts().add(line);
        });
        model.addAttribute("bundle", bundle);
        return form(model, id, bundle);
    }

    @CanManageBundles
    @PostMapping(OF_PRODUCT)
    String save(
            @PathVariable long id,
            @Valid @ModelAttribute("bundle") SaveBundle bundle,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        if (!errors.hasErrors()) {
            try {
                bundles.save(viewer, id, bundle);
                flash.addFlashAttribute("notice", "sales.bundle.saved");
                return "redirect:/sales/products/" + id;
            } catch (BundleRefusal e) {
                e.tell(errors);
            }
        }
        return Rejected.with(form(model, id, bundle));
    }

    private String form(Model model, long id, SaveBundle bundle) {
        List<SaveBundlePart> parts = bundle.getParts();
        long used = parts.stream().filter(part -> !part.isBlank()).count();
        while (parts.size() < used + MORE) {
            parts.add(new SaveBundlePart());
        }
        List<Long> ids = parts.stream()
                .map(SaveBundlePart::getProductId)
                .filter(Objects::nonNull)
                .toList();
        Map<Long, String> own = products.names(List.of(id));
        if (own.isEmpty()) {
            throw new NotFound();
        }
        model.addAttribute("id", id);
        model.addAttribute("product", own.get(id));
        model.addAttribute("names", products.names(ids));
        return "sales/bundle/form";
    }
}
