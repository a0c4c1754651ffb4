package network.fanz.finance.ledger;

import network.fanz.common.Asset;
import network.fanz.common.Problem;
import network.fanz.common.ProblemType;
import network.fanz.common.Sentence;

/** The asset is already counted in another scale. An asset's scale never changes. */
@ProblemType(value = "asset-scale-fixed", status = 409, title = "The asset has another scale")
public final class AssetScaleFixed extends Problem {
    private static final long serialVersionUID = 1L;

    public AssetScaleFixed(Asset asset, int scale) {
        super(
                "asset",
                Sentence.of(
                        "{0} is counted with {1} decimal places here, not {2}.", asset.code(), scale, asset.scale()));
    }
}
