"""The pages of a group's business."""
